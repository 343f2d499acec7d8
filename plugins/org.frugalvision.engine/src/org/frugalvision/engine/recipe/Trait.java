// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.recipe;

/** What a training method promises; the contract suite holds it to it. */
public enum Trait {

    /** Every label row keeps its sum: labels are moved between classes, never made heavier or lighter. */
    KEEPS_LABEL_SUMS,

    /** Images keep the size they have. */
    KEEPS_SIZE,

    /** What it does depends on random numbers, so on the seed of the training. */
    DRAWS_AT_RANDOM,

    /** It is defined for images of one class each only, not for those with several labels or none. */
    NEEDS_ONE_CLASS,

    /** A recipe may have it several times. */
    MAY_REPEAT,

    /** It changes nothing but tells something afterwards. */
    ONLY_WATCHES,

    /** What it does in an epoch depends on how many there are: a training with it cannot be prolonged. */
    DEPENDS_ON_EPOCHS,

    /** It needs passes through the network beside those of the updates, which are charged. */
    NEEDS_PASSES
}
