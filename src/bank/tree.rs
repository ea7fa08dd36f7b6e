//! JSON as plain data: what every stored or compiled text is made of.
//!
//! Reading into this one type and taking it apart by hand costs the widget a fraction of what a derived reader for
//! each of our types does.

use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde::ser::{Serialize, SerializeMap, Serializer};
use std::fmt;
use std::vec::IntoIter;

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Tree {
    Text(String),
    Number(u64),
    List(Vec<Tree>),
    Map(Vec<(String, Tree)>),
}

impl Tree {
    /// None where the text is not JSON, or holds what we never write: fractions, negative numbers, true, null.
    pub fn read(json: &str) -> Option<Tree> {
        serde_json::from_str(json).ok()
    }

    pub fn write(&self) -> String {
        // Strings, whole numbers, lists and maps with text for keys: nothing here can fail to serialise.
        serde_json::to_string(self).unwrap_or_default()
    }

    pub fn text(self) -> Option<String> {
        match self {
            Tree::Text(text) => Some(text),
            _ => None,
        }
    }

    pub fn list(self) -> Option<IntoIter<Tree>> {
        match self {
            Tree::List(list) => Some(list.into_iter()),
            _ => None,
        }
    }

    pub fn at(&self, name: &str) -> Option<&Tree> {
        match self {
            Tree::Map(fields) => fields.iter().find(|(field, _)| field == name).map(|(_, tree)| tree),
            _ => None,
        }
    }

    pub fn text_at(&self, name: &str) -> Option<&str> {
        match self.at(name)? {
            Tree::Text(text) => Some(text),
            _ => None,
        }
    }

    pub fn number_at(&self, name: &str) -> Option<u64> {
        match self.at(name)? {
            Tree::Number(number) => Some(*number),
            _ => None,
        }
    }

    /// Empty where there is none.
    pub fn list_at(&self, name: &str) -> &[Tree] {
        match self.at(name) {
            Some(Tree::List(list)) => list,
            _ => &[],
        }
    }
}

impl From<&str> for Tree {
    fn from(text: &str) -> Tree {
        Tree::Text(text.to_owned())
    }
}

impl<'de> Deserialize<'de> for Tree {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Tree, D::Error> {
        deserializer.deserialize_any(TreeVisitor)
    }
}

struct TreeVisitor;

impl<'de> Visitor<'de> for TreeVisitor {
    type Value = Tree;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("a string, a whole number, a list or a map")
    }

    fn visit_str<E>(self, text: &str) -> Result<Tree, E> {
        Ok(Tree::Text(text.to_owned()))
    }

    // Said here in one word each: the usual words about an unexpected type are four kilobytes of code.
    fn visit_bool<E: Error>(self, _: bool) -> Result<Tree, E> {
        Err(E::custom(""))
    }

    fn visit_i64<E: Error>(self, _: i64) -> Result<Tree, E> {
        Err(E::custom(""))
    }

    fn visit_f64<E: Error>(self, _: f64) -> Result<Tree, E> {
        Err(E::custom(""))
    }

    fn visit_unit<E: Error>(self) -> Result<Tree, E> {
        Err(E::custom(""))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Tree, E> {
        Ok(Tree::Number(number))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Tree, A::Error> {
        let mut trees = Vec::new();
        while let Some(tree) = list.next_element()? {
            trees.push(tree);
        }
        Ok(Tree::List(trees))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Tree, A::Error> {
        let mut fields = Vec::new();
        while let Some(field) = map.next_entry()? {
            fields.push(field);
        }
        Ok(Tree::Map(fields))
    }
}

impl Serialize for Tree {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Tree::Text(text) => serializer.serialize_str(text),
            Tree::Number(number) => serializer.serialize_u64(*number),
            Tree::List(list) => list.serialize(serializer),
            Tree::Map(fields) => {
                let mut map = serializer.serialize_map(Some(fields.len()))?;
                for (name, tree) in fields {
                    map.serialize_entry(name, tree)?;
                }
                map.end()
            }
        }
    }
}
