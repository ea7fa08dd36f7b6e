//! Fetches a text.

use gloo::net::http::Request;

/// None where it did not come as it was made, for whatever reason: the reader can only try again.
pub async fn text(address: &str, integrity: &str) -> Option<String> {
    let response = Request::get(address).integrity(integrity).send().await.ok()?;
    if !response.ok() {
        return None;
    }
    response.text().await.ok()
}
