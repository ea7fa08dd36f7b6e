<?php
// Installs WordPress, and writes the posts: two by the administrator, one by an author.
[, $site, $posts, $step] = $argv;
$_SERVER += ['HTTP_HOST' => '127.0.0.1', 'SERVER_PROTOCOL' => 'HTTP/1.1', 'REQUEST_METHOD' => 'GET'];
if ($step === 'install') define('WP_INSTALLING', true);
require "$site/wp-load.php";
require_once ABSPATH . 'wp-admin/includes/upgrade.php';
require_once ABSPATH . 'wp-admin/includes/plugin.php';
if ($step === 'install') {
    wp_install('A WordPress blog', 'admin', 'admin@example.org', true, '', wp_generate_password());
    update_option('permalink_structure', '/%postname%/');
    update_option('default_comment_status', 'closed');
    exit;
}
activate_plugin('mock-interview/mock-interview.php');
flush_rewrite_rules();
$author = wp_insert_user(['user_login' => 'author', 'user_pass' => wp_generate_password(), 'role' => 'author']);
$titles = [
    'interview' => ['Are you ready for an async interview?', 1],
    'questions' => ['Five questions on async Python', 1],
    'author' => ['By an author', $author],
];
foreach ($titles as $name => [$title, $writer]) {
    wp_set_current_user($writer);
    $content = wp_slash(file_get_contents("$posts/$name.html"));
    $post = ['post_title' => $title, 'post_name' => $name, 'post_content' => $content, 'post_status' => 'publish'];
    $id = wp_insert_post($post + ['post_author' => $writer], true);
    if (is_wp_error($id)) exit($id->get_error_message());
}
