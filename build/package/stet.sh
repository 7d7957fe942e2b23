#!/bin/sh
# The command line of an installed Stet: the app's own engine, no window and no display.
here=$(dirname "$(readlink -f "$0")")
set -- --cli -- "$@"
# Chromium does not start for root with its sandbox on. No page is ever loaded here, so there is nothing to put into one.
if [ "$(id -u)" = 0 ]; then set -- --no-sandbox "$@"; fi
exec "$here/stet-desktop" --ozone-platform=headless --disable-gpu --log-level=3 "$@"
