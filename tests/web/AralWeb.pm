package AralWeb;

# What the tests of aral.cgi share: an index of the sample articles, the program run as CGI and as
# FastCGI, web servers in front of it. Everything listens on this machine only, on ports and sockets
# that were free, and is stopped when the test ends.

use strict;
use warnings;
use Cwd qw(abs_path);
use Exporter qw(import);
use File::Basename qw(dirname);
use File::Temp qw(tempdir);
use IO::Socket::INET;
use IO::Socket::UNIX;
use POSIX qw(:sys_wait_h);

our @EXPORT_OK = qw($build $sample_index $work encode free_port parse_response run_cgi
    run_program start_fastcgi start_fastcgis fastcgi_request ask_fastcgi start_server stop wait_for_port);

my $root = abs_path(dirname(__FILE__) . '/../..');
our $build = $ENV{ARAL_BUILD} || "$root/build";
our $work = tempdir('aral-web-XXXXXX', TMPDIR => 1, CLEANUP => 1);
our $sample_index = "$work/index";
my %started;

# The index, once per test.
{
    my @folders = map { "$root/corpus/sample/$_" } qw(id en ru feeds);
    my $summary = run_program({}, '', "$build/aral-index", 'add', '--quiet', '-i', $sample_index,
        '--base', "$root/corpus/sample", @folders);
    die "cannot index the sample articles: $summary->{err}" if $summary->{exit} > 1;
}

END {
    my $status = $?;
    stop($_) for keys %started;
    $? = $status;
}

sub encode {
    my ($text) = @_;
    $text =~ s/([^A-Za-z0-9._~-])/sprintf '%%%02X', ord $1/ge;
    return $text;
}

sub slurp {
    my ($path) = @_;
    open my $file, '<:raw', $path or die "$path: $!";
    local $/;
    my $text = <$file>;
    return defined $text ? $text : '';
}

sub spew {
    my ($path, $text) = @_;
    open my $file, '>:raw', $path or die "$path: $!";
    print $file $text;
    close $file or die "$path: $!";
}

# ---- programs -------------------------------------------------------------------------------

# Starts a program with an environment of its own ({}: this one's); returns its process id.
sub spawn {
    my ($environment, $in, $out, $err, @command) = @_;
    my $pid = fork;
    die "fork: $!" unless defined $pid;
    return $pid if $pid;
    if (%$environment) {
        my %sanitizer = map { ($_ => $ENV{$_}) } grep { /SAN_OPTIONS$/ } keys %ENV;
        %ENV = (%sanitizer, %$environment);
    }
    open STDIN, '<&', $in or POSIX::_exit(126);
    open STDOUT, '>&', $out or POSIX::_exit(126);
    open STDERR, '>&', $err or POSIX::_exit(126);
    { exec {$command[0]} @command };
    POSIX::_exit(127);
}

# Runs a program to its end.
sub run_program {
    my ($environment, $input, @command) = @_;
    spew("$work/in", $input);
    open my $in, '<', "$work/in" or die $!;
    open my $out, '>', "$work/out" or die $!;
    open my $err, '>', "$work/err" or die $!;
    my $pid = spawn($environment, $in, $out, $err, @command);
    waitpid $pid, 0;
    return {exit => $? >> 8, signal => $? & 127, out => slurp("$work/out"),
        err => slurp("$work/err")};
}

# ---- CGI ------------------------------------------------------------------------------------

# The parts of a CGI response. Header names are lower case.
sub parse_response {
    my ($text) = @_;
    my ($head, $body) = split /\r\n\r\n/, $text, 2;
    my %response = (head => $head, body => $body, headers => {});
    for my $line (split /\r\n/, defined $head ? $head : '') {
        my ($name, $value) = $line =~ /^([A-Za-z-]+): (.*)$/s or next;
        $response{headers}{lc $name} = $value;
    }
    ($response{status}) = ($response{headers}{status} || '') =~ /^(\d+)/;
    return \%response;
}

# The meta-variables of a request: those given, and what every server sets.
sub meta_variables {
    my ($target, %variables) = @_;
    my ($path, $query) = split /\?/, $target, 2;
    $path =~ s/%([0-9A-Fa-f]{2})/chr hex $1/ge;
    return (GATEWAY_INTERFACE => 'CGI/1.1', SERVER_PROTOCOL => 'HTTP/1.1', REQUEST_METHOD => 'GET',
        SCRIPT_NAME => '', PATH_INFO => $path, QUERY_STRING => defined $query ? $query : '',
        HTTP_HOST => 'localhost', %variables);
}

# One request by CGI; the index is the sample's unless the variables say otherwise.
sub run_cgi {
    my ($target, $variables, $body, @arguments) = @_;
    $body = '' unless defined $body;
    my %environment = meta_variables($target, ARAL_INDEX => $sample_index, %{$variables || {}});
    $environment{CONTENT_LENGTH} = length $body if length $body && !exists $environment{CONTENT_LENGTH};
    my $ran = run_program(\%environment, $body, "$build/aral.cgi", @arguments);
    return {%{parse_response($ran->{out})}, %$ran};
}

# ---- FastCGI --------------------------------------------------------------------------------

# Starts aral.cgi with a listening socket as standard input, as FastCGI servers do.
sub start_fastcgi {
    my (%environment) = @_;
    my ($server) = start_fastcgis(1, %environment);
    return $server;
}

# So many processes that wait for clients of one socket.
sub start_fastcgis {
    my ($count, %environment) = @_;
    my $path = "$work/fastcgi.socket";
    unlink $path;
    my $socket = IO::Socket::UNIX->new(Local => $path, Listen => 64) or die "$path: $!";
    open my $log, '>', "$work/fastcgi.log" or die $!;
    my @pids = map {
        spawn({ARAL_INDEX => $sample_index, %environment}, $socket, $log, $log, "$build/aral.cgi")
    } 1 .. $count;
    $started{$_} = 1 for @pids;
    return map { {pid => $_, path => $path, log => "$work/fastcgi.log"} } @pids;
}

sub fastcgi_record {
    my ($type, $content) = @_;
    return pack('CCnnCC', 1, $type, 1, length $content, 0, 0) . $content;
}

sub fastcgi_stream {
    my ($type, $content) = @_;
    my $records = join '', map { fastcgi_record($type, $_) } unpack '(a65535)*', $content;
    return $records . fastcgi_record($type, '');
}

sub fastcgi_pair {
    my ($name, $value) = @_;
    my $lengths = join '',
        map { length $_ < 128 ? pack('C', length $_) : pack('N', length($_) | 0x80000000) }
        $name, $value;
    return $lengths . $name . $value;
}

# The bytes of a request by FastCGI (the protocol's specification, version 1).
sub fastcgi_request {
    my ($target, $variables, $body) = @_;
    $body = '' unless defined $body;
    my %parameters = meta_variables($target, %{$variables || {}});
    $parameters{CONTENT_LENGTH} = length $body if length $body && !exists $parameters{CONTENT_LENGTH};
    my $pairs = join '', map { fastcgi_pair($_, $parameters{$_}) } sort keys %parameters;
    return fastcgi_record(1, pack('nCx5', 1, 0)) . fastcgi_stream(4, $pairs) . fastcgi_stream(5, $body);
}

# Asks by FastCGI; undef when there is no answer.
sub ask_fastcgi {
    my ($server, @request) = @_;
    my $socket = IO::Socket::UNIX->new(Peer => $server->{path}) or return;
    local $SIG{PIPE} = 'IGNORE';
    print $socket fastcgi_request(@request);
    $socket->flush;
    my ($out, $ended) = ('', 0);
    while (!$ended) {
        my $head;
        (read($socket, $head, 8) || 0) == 8 or return;
        my (undef, $type, undef, $length, $padding) = unpack 'CCnnC', $head;
        my $content = '';
        if ($length + $padding) {
            (read($socket, $content, $length + $padding) || 0) == $length + $padding or return;
        }
        $out .= substr $content, 0, $length if $type == 6;
        $ended = $type == 3;
    }
    return parse_response($out);
}

# ---- servers --------------------------------------------------------------------------------

sub free_port {
    my $socket = IO::Socket::INET->new(LocalAddr => '127.0.0.1', Listen => 1) or die $!;
    return $socket->sockport;
}

# Starts a program that stays; its output goes to a file of the work folder.
sub start_server {
    my ($name, @command) = @_;
    open my $null, '<', '/dev/null' or die $!;
    open my $log, '>', "$work/$name.log" or die $!;
    my $pid = spawn({}, $null, $log, $log, @command);
    $started{$pid} = 1;
    return $pid;
}

# Waits until something answers on the port, or at the path; false when the process has ended first.
sub wait_for_port {
    my ($port, $pid) = @_;
    for (1 .. 200) {
        return 1 if $port =~ m{/} ? IO::Socket::UNIX->new(Peer => $port)
            : IO::Socket::INET->new(PeerAddr => "127.0.0.1:$port");
        return 0 if waitpid($pid, WNOHANG) == $pid;
        select undef, undef, undef, 0.05;
    }
    return 0;
}

# Stops a process by a signal, TERM unless told; what it exits with.
sub stop {
    my ($pid, $signal) = @_;
    return unless delete $started{$pid};
    kill $signal || 'TERM', $pid;
    for (1 .. 100) {
        return $? if waitpid($pid, WNOHANG) != 0;
        select undef, undef, undef, 0.05;
    }
    kill KILL => $pid;
    waitpid $pid, 0;
    return $?;
}

1;
