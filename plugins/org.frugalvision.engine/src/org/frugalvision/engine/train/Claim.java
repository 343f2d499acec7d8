// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.train;

/** What only one method of a recipe may decide. */
public enum Claim {

    /** Where the training starts. */
    START("where the training starts"),

    /** Which images an epoch goes through, and in which order. */
    ORDER("the order of the images"),

    /** Which images of a batch count, and how much. */
    SELECTION("which images of a batch count"),

    /** How often an image comes in its batch. */
    COPIES("the copies of images in a batch"),

    /** The size of the images. */
    RESOLUTION("the size of the images"),

    /** The mixing of images with each other, and of their labels. */
    MIXING("the mixing of images"),

    /** The covering of parts of an image. */
    ERASING("the erasing of parts of images"),

    /** The attack on images by the gradient of the loss. */
    ATTACK("the attack on images"),

    /** How sure the labels are. */
    SOFTENING("the softening of labels"),

    /** The loss. */
    LOSS("the loss"),

    /** At which weights the gradient is taken. */
    GRADIENT("the place of the gradient"),

    /** Which layers learn, and how fast. */
    RATES("the learning rates of layers"),

    /** How much the gradient of a source counts. */
    SOURCES("the trust in sources"),

    /** The pull of the factors of normalisation towards zero. */
    SPARSITY("the sparsity of channels"),

    /** How the robustness against attacks is measured. */
    ROBUSTNESS("the measuring of robustness"),

    /** How the flatness of the loss is measured. */
    FLATNESS("the measuring of flatness"),

    /** Which weights are given out. */
    RESULT("the weights that are given out");

    private final String m_label;

    Claim(final String label) {
        m_label = label;
    }

    /** @return what is decided, for people */
    public String label() {
        return m_label;
    }
}
