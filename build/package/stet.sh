#!/bin/sh
# The command line of an installed Stet: the app's own engine, no window and no display.
here=$(dirname "$(readlink -f "$0")")
exec "$here/stet-desktop" --ozone-platform=headless --disable-gpu --log-level=3 --cli "$@"
