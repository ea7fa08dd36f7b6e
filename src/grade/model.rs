//! How likely it is that a point is met, from what was measured: a logistic regression. `tests/grading/train.rs` makes the weights.

use super::features::NUMBER;

const BIAS: f32 = -5.640;
const WEIGHTS: [f32; NUMBER] = [3.021, 1.007, -1.355, 2.039, -0.681, -0.623, 1.851, 1.787, 1.564];

pub fn likelihood(values: &[f32; NUMBER]) -> f32 {
    let sum = BIAS + values.iter().zip(&WEIGHTS).map(|(value, weight)| value * weight).sum::<f32>();
    1.0 / (1.0 + (-sum).exp())
}
