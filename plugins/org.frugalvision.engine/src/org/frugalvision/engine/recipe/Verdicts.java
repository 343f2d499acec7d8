// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.recipe;

/** TEMPORARY. */
final class Verdicts {
    static final String RHO_LOSS = "x.";
    static final String ADVERSARIAL_TRAINING = "x.";
    static final String RESOLUTION_SCHEDULE = "x.";
    static final String BATCH_AUGMENTATION = "x.";
    static final String LAP = "x.";
    static final String FOCAL_LOSS = "x.";
    static final String CHANNEL_SPARSITY = "x.";
    static final String TWO_PHASE = "x.";
    static final String SHARPNESS_AWARE = "x.";
    static final String WEIGHT_AVERAGE = "x.";
    static final String SIGMOID_LOSS = "x.";
}
