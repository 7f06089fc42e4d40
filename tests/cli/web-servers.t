#!/usr/bin/perl
# The configurations in searcher/web/server, behind the real web servers.

use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../web";
use AralWeb qw($build $sample_index $work encode free_port start_server stop wait_for_port);
use File::Copy qw(copy);
use HTTP::Tiny;
use JSON::PP qw(decode_json);
use Test::More;

my $here = "$FindBin::Bin/../../searcher/web/server";
my $user = getpwuid $>;

sub slurp {
    my ($path) = @_;
    open my $file, '<', $path or die "$path: $!";
    local $/;
    return <$file>;
}

sub spew {
    my ($path, $text) = @_;
    open my $file, '>', $path or die "$path: $!";
    print $file $text;
    close $file;
}

# The ready configuration with the places of this test.
sub configuration {
    my ($name) = @_;
    my $text = slurp("$here/$name");
    $text =~ s{/usr/local/lib/cgi-bin}{$work/lib}g;
    $text =~ s{/var/lib/aral/index}{$sample_index}g;
    $text =~ s{/run/(?:lighttpd/)?}{$work/}g;
    return $text;
}

sub lighttpd {
    my ($name, $port) = @_;
    spew("$work/$name.main", <<"END" . configuration("$name.conf"));
server.document-root = "$work"
server.bind = "127.0.0.1"
server.port = $port
END
    return start_server($name, '/usr/sbin/lighttpd', '-D', '-f', "$work/$name.main");
}

sub apache {
    my ($name, $port) = @_;
    my @modules = qw(mpm_event authn_core authz_core alias env);
    push @modules, $name =~ /fastcgi/ ? 'fcgid' : 'cgid';
    my $loads = join "\n", map { "LoadModule ${_}_module /usr/lib/apache2/modules/mod_$_.so" } @modules;
    # Servers started by root give up its rights, and must then read the index all the same.
    my $rights = $> == 0 ? "User www-data\nGroup www-data" : '';
    my $shared = $name =~ /fastcgi/ ? "FcgidIPCDir $work/fcgid\nFcgidProcessTableFile $work/fcgid.table"
        : "ScriptSock $work/cgid.socket";
    spew("$work/$name.main", <<"END" . configuration("$name.conf"));
ServerRoot $work
DocumentRoot $work
ServerName localhost
Listen 127.0.0.1:$port
PidFile $work/$name.pid
ErrorLog $work/$name.log
DefaultRuntimeDir $work
Mutex file:$work
$loads
$rights
$shared
END
    return start_server($name, '/usr/sbin/apache2', '-D', 'FOREGROUND', '-f', "$work/$name.main");
}

sub nginx {
    my ($name, $port) = @_;
    my $configuration = configuration("$name.conf");
    my $rights = $> == 0 ? "user $user;" : '';
    my $folders = join "\n",
        map { "${_}_temp_path $work/$_;" } qw(client_body proxy fastcgi uwsgi scgi);
    spew("$work/$name.main", <<"END");
daemon off;
$rights
pid $work/$name.pid;
error_log $work/$name.log;
events {}
http {
$folders
access_log off;
server {
listen 127.0.0.1:$port;
$configuration
}
}
END
    # nginx answers 502 for as long as there is no such socket.
    if ($name =~ /fcgiwrap/) {
        my $pid = start_server('fcgiwrap', '/usr/sbin/fcgiwrap', '-s', "unix:$work/fcgiwrap.socket");
        wait_for_port("$work/fcgiwrap.socket", $pid);
    } else {
        local $ENV{ARAL_INDEX} = $sample_index;
        my $pid = start_server('spawn-fcgi', '/usr/bin/spawn-fcgi', '-n', '-s', "$work/aral.socket",
            "$work/lib/aral.cgi");
        wait_for_port("$work/aral.socket", $pid);
    }
    return start_server($name, '/usr/sbin/nginx', '-p', $work, '-e', "$work/$name.log", '-c',
        "$work/$name.main");
}

# What every server must let through.
sub check_site {
    my ($site) = @_;
    my $client = HTTP::Tiny->new(max_redirect => 0, timeout => 10);
    my $results = $client->get("$site/?q=Laut+Aral", {headers => {'Accept-Language' => 'id'}});
    is($results->{status}, 200, 'results') or return diag(substr $results->{content}, 0, 300);
    like($results->{content}, qr{<mark>Laut Aral</mark>}, 'with marks');
    is($results->{headers}{'content-language'}, 'id', 'in the language of the browser');
    like($results->{headers}{'content-security-policy'}, qr/^default-src 'none'/, 'under a policy');
    my ($passage) = $results->{content} =~ m{href="([^"]*/passage/[^"?#]+)};
    my ($origin) = $site =~ m{^(http://[^/]+)};
    like($client->get($origin . $passage)->{content}, qr{id="passage"}, 'a passage by its path');
    my $id = encode('https://harbourpost.example/longread/the-sea-that-became-a-season');
    is($client->get("$site/passage?id=$id")->{status}, 200, 'a passage whose id is an address');
    my $kept = $client->get("$site/?q=Laut+Aral", {headers => {'Accept-Language' => 'id',
        'If-None-Match' => $results->{headers}{etag}}});
    is($kept->{status}, 304, 'not sent again');
    my $head = $client->head("$site/?q=Laut+Aral");
    is($head->{status} . ($head->{content} || ''), '200', 'the head of it');
    my $form = $client->post_form("$site/", {q => 'Аральск', ui => 'ru'});
    like($form->{content}, qr{<html lang="ru">}, 'a form');
    is_deeply(decode_json($client->get("$site/suggest?q=laut+ar")->{content})->[1][0], 'laut aral',
        'suggestions');
    is($client->get("$site/?q=a&n=0")->{status}, 400, 'a refusal');
    is($client->get("$site/nowhere")->{status}, 404, 'no such page');
    is($client->request('DELETE', "$site/")->{status}, 405, 'no such method');
    is($client->get("$site/?-n+1+--help")->{status}, 200, 'words in the address are no arguments');
}

# Apache, started by root, goes on as another user, who must get at all it needs.
chmod 0755, $work;
mkdir "$work/$_" or die $! for 'lib', 'fcgid';
copy("$build/aral.cgi", "$work/lib/aral.cgi") or die $!;
chmod 0755, "$work/lib/aral.cgi";
if ($> == 0) {
    my ($number, $group) = (getpwnam 'www-data')[2, 3];
    chown $number, $group, "$work/fcgid";
}
my @servers = (
    ['lighttpd-fastcgi', \&lighttpd, ''],
    ['lighttpd-cgi', \&lighttpd, '/search'],
    ['apache-fastcgi', \&apache, ''],
    ['apache-cgi', \&apache, '/search'],
    ['nginx-fastcgi', \&nginx, ''],
    ['nginx-fcgiwrap', \&nginx, ''],
);
for my $server (@servers) {
    my ($name, $start, $path) = @$server;
    subtest $name => sub {
        # Somebody may take the port between finding and using it.
        for (1 .. 3) {
            my $port = free_port();
            my $pid = $start->($name, $port);
            if (wait_for_port($port, $pid)) {
                check_site("http://127.0.0.1:$port$path");
                stop($pid);
                return;
            }
            stop($pid);
        }
        fail('the server starts') or diag(slurp("$work/$name.log"));
    };
}

subtest 'make serve, in a folder with a blank and signs' => sub {
    my $folder = qq($work/a & b|c'd"e\\f);
    mkdir $_ or die $! for $folder, "$folder/build";
    copy("$build/aral.cgi", "$folder/build/aral.cgi") or die $!;
    chmod 0755, "$folder/build/aral.cgi";
    symlink $sample_index, "$folder/index" or die $!;
    for (1 .. 3) {
        my $port = free_port();
        my $pid = start_server('serve', "$here/serve", "$folder/build", "$folder/index", $port);
        if (wait_for_port($port, $pid)) {
            check_site("http://127.0.0.1:$port");
            stop($pid);
            return;
        }
        stop($pid);
    }
    fail('the server starts') or diag(slurp("$work/serve.log"));
};
done_testing();
