// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.image;

/** What the last channel of an image is. */
public enum Alpha {
    /** A channel like the others. */
    NONE,
    /** Opacity, with colours as they would be without it. */
    PLAIN,
    /** Opacity, with colours that were multiplied by it. */
    PREMULTIPLIED
}
