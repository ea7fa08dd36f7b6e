//! How likely it is that a point is met, from what was measured: a logistic regression. `tests/grading/train.rs` makes the weights.

use super::features::NUMBER;

const BIAS: f32 = -5.493;
const WEIGHTS: [f32; NUMBER] = [3.008, 1.028, -1.318, 2.044, -0.667, -0.754, 1.789, 1.685, 1.143];

pub fn likelihood(values: &[f32; NUMBER]) -> f32 {
    let sum = BIAS + values.iter().zip(&WEIGHTS).map(|(value, weight)| value * weight).sum::<f32>();
    1.0 / (1.0 + (-sum).exp())
}
