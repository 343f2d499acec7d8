// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.train;

/** What only one method of a recipe may decide. */
public enum Claim {

    /** Which images an epoch goes through, and in which order. */
    ORDER("the order of the images"),

    /** Which images of a batch count, and how much. */
    SELECTION("which images of a batch count"),

    /** The mixing of images with each other, and of their labels. */
    MIXING("the mixing of images"),

    /** The covering of parts of an image. */
    ERASING("the erasing of parts of images"),

    /** How sure the labels are. */
    SOFTENING("the softening of labels");

    private final String m_label;

    Claim(final String label) {
        m_label = label;
    }

    /** @return what is decided, for people */
    public String label() {
        return m_label;
    }
}
