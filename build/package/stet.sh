#!/bin/sh
# The command line of an installed Stet: the app's own engine, no window and no display.
here=$(dirname "$(readlink -f "$0")")
# Chromium does not start for root with its sandbox on. No page is ever loaded here, so there is nothing to put into one.
[ "$(id -u)" = 0 ] && set -- --no-sandbox --cli -- "$@" || set -- --cli -- "$@"
exec "$here/stet-desktop" --ozone-platform=headless --disable-gpu --log-level=3 "$@"
