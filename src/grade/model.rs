//! How likely it is that a point is met, from what was measured: a logistic regression. `tests/grading/train.rs` makes the weights.

use super::features::NUMBER;

const BIAS: f32 = -5.537;
const WEIGHTS: [f32; NUMBER] = [3.034, 1.029, -1.340, 2.036, -0.735, -0.783, 1.803, 1.714, 1.499];

pub fn likelihood(values: &[f32; NUMBER]) -> f32 {
    let sum = BIAS + values.iter().zip(&WEIGHTS).map(|(value, weight)| value * weight).sum::<f32>();
    1.0 / (1.0 + (-sum).exp())
}
