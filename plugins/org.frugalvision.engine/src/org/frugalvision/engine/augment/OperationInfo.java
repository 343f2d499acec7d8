// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.augment;

import org.frugalvision.engine.run.MethodInfo;

/**
 * What an operation tells about itself.
 *
 * @param id its name in files and settings
 * @param label its name for people
 * @param summary what it does, one sentence
 * @param paper where it comes from; empty if it is common knowledge
 * @param verdict when it pays and when it does not
 * @param magnitude how strong it may be
 * @param needsColour whether it refuses images that are not RGB
 */
public record OperationInfo(String id, String label, String summary, String paper, String verdict,
    Magnitude magnitude, boolean needsColour) implements MethodInfo {

    /** Of an operation that everybody knows, with the verdict of {@link Alone}. */
    OperationInfo(final String id, final String label, final String summary, final Magnitude magnitude) {
        this(id, label, summary, "", Alone.verdict(id), magnitude, false);
    }

    /** The same from a paper. */
    OperationInfo(final String id, final String label, final String summary, final String paper,
        final Magnitude magnitude) {
        this(id, label, summary, paper, Alone.verdict(id), magnitude, false);
    }

    /** The same for images in colour only. */
    OperationInfo colourOnly() {
        return new OperationInfo(id, label, summary, paper, verdict, magnitude, true);
    }
}
