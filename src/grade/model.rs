//! How likely it is that a point is met, from what was measured: a logistic regression. `tests/grading/train.rs` makes the weights.

use super::features::NUMBER;

const BIAS: f32 = -4.451;
const WEIGHTS: [f32; NUMBER] = [2.525, 1.164, -0.911, 2.065, -0.839, -0.751, 1.994, 1.532, 0.566];

pub fn likelihood(values: &[f32; NUMBER]) -> f32 {
    let sum = BIAS + values.iter().zip(&WEIGHTS).map(|(value, weight)| value * weight).sum::<f32>();
    1.0 / (1.0 + (-sum).exp())
}
