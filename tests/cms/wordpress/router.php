<?php
// For PHP's own server: files as they are, everything else through WordPress, so that pretty addresses work.
$root = $_SERVER['DOCUMENT_ROOT'];
$path = rawurldecode(parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH) ?: '/');
if (strpos($path, '/.') !== false) { http_response_code(404); return true; }
if ($path !== '/' && is_file($root . $path)) return false;
$index = is_dir($root . $path) && is_file(rtrim($root . $path, '/') . '/index.php') ? rtrim($path, '/') . '/index.php' : getenv('SITE_PATH') . '/index.php';
$_SERVER['SCRIPT_NAME'] = $_SERVER['PHP_SELF'] = $index;
$_SERVER['SCRIPT_FILENAME'] = $root . $index;
chdir(dirname($root . $index));
require $root . $index;
return true;
