//! Fetches a text.

use gloo::net::http::Request;

/// None where it did not come, for whatever reason: the reader can only try again.
pub async fn text(address: &str) -> Option<String> {
    let response = Request::get(address).send().await.ok()?;
    if !response.ok() {
        return None;
    }
    response.text().await.ok()
}
