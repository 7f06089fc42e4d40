#!/usr/bin/perl
# The search page in a browser, behind lighttpd: tests/web/browser.mjs says what is looked at.

use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../web";
use AralWeb qw($build $sample_index $work free_port start_server stop wait_for_port);

my $configuration = "$FindBin::Bin/../../searcher/web/server/lighttpd-fastcgi.conf";
open my $in, '<', $configuration or die "$configuration: $!";
my $text = do { local $/; <$in> };
symlink "$build/aral.cgi", "$work/aral.cgi" or die $!; # lighttpd takes no path with blanks
$text =~ s{/usr/local/lib/cgi-bin}{$work};
$text =~ s{/var/lib/aral/index}{$sample_index};
$text =~ s{/run/lighttpd}{$work};

my ($port, $pid);
for (1 .. 3) {
    $port = free_port();
    open my $out, '>', "$work/lighttpd.conf" or die $!;
    print $out "server.document-root = \"$work\"\nserver.bind = \"127.0.0.1\"\n",
        "server.port = $port\n$text";
    close $out;
    $pid = start_server('lighttpd', '/usr/sbin/lighttpd', '-D', '-f', "$work/lighttpd.conf");
    last if wait_for_port($port, $pid);
    stop($pid);
    undef $pid;
}
if (!$pid) {
    print "1..0 # lighttpd does not start\n";
    exit 1;
}
my $status = system('node', "$FindBin::Bin/../web/browser.mjs", "http://127.0.0.1:$port");
stop($pid);
exit($status == 0 ? 0 : 1);
