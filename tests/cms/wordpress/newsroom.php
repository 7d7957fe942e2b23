<?php
// What a newsroom's own plugin registers: without it WordPress drops these fields in silence.
add_action('init', function () {
  $field = ['type' => 'string', 'single' => true, 'show_in_rest' => true,
    'auth_callback' => fn () => current_user_can('edit_posts')];
  foreach (['newsroom_deck', 'newsroom_dateline', 'newsroom_byline'] as $name) register_post_meta('post', $name, $field);
  register_post_meta('attachment', 'newsroom_credit', $field);
});
add_filter('pre_wp_mail', '__return_true');
// A server that dies while it makes the smaller sizes: the file is there, and the answer is 500 with its number in a header.
add_filter('intermediate_image_sizes_advanced', function ($sizes, $meta, $id) {
  $isUpload = strpos($_SERVER['REQUEST_URI'] ?? '', 'post-process') === false;
  if ($isUpload && strpos(get_attached_file($id), 'halfmade') !== false) throw new Error('Died in a test');
  return $sizes;
}, 10, 3);
