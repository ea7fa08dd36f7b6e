<?php
/* Plugin Name: Mock interview */
add_shortcode('mock-interview', function ($settings) {
    $text = ' style="display: block; min-block-size: max(16rem, 256px)"';
    foreach ((array) $settings as $name => $value) {
        $text .= ' ' . sanitize_key($name) . '="' . esc_attr($value) . '"';
    }
    $script = esc_url(content_url('uploads/mock-interview/embed.js'));
    return "<script type=\"module\" src=\"$script\"></script><mock-interview$text></mock-interview>";
});
