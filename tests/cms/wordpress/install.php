<?php
// Installs the site, its people and their application passwords; prints what the tests have to know as JSON.
$url = parse_url(getenv('SITE_URL'));
$_SERVER['HTTP_HOST'] = $url['host'] . ':' . $url['port'];
$_SERVER['REQUEST_URI'] = '/';
$_SERVER['SERVER_PROTOCOL'] = 'HTTP/1.1';
$_SERVER['REQUEST_METHOD'] = 'GET';
define('WP_INSTALLING', true);
require 'wp-load.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';
wp_install('Coast Desk', 'admin', 'admin@example.invalid', false, '', 'admin-of-a-test');
update_option('permalink_structure', getenv('SITE_PRETTY') ? '/%postname%/' : '');
update_option('timezone_string', 'Asia/Karachi');
global $wp_rewrite;
$wp_rewrite->init();
$wp_rewrite->flush_rules(true);
$people = [];
foreach (['editor', 'author', 'contributor'] as $role) {
  $id = wp_create_user($role, $role . '-of-a-test', $role . '@example.invalid');
  (new WP_User($id))->set_role($role);
  [$secret] = WP_Application_Passwords::create_new_application_password($id, ['name' => 'Stet']);
  $people[$role] = ['id' => $id, 'login' => $role, 'secret' => $secret];
}
echo json_encode(['version' => get_bloginfo('version'), 'people' => $people]);
