// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.image;

import java.nio.file.Path;
import java.util.Set;

import org.frugalvision.engine.run.DataException;
import org.frugalvision.engine.run.Wording;

/** Where the channels stand in the dimensions of an image in a file of four dimensions. */
public enum ChannelOrder {
    /**
     * Where they can be: of the first and the last dimension the one of 1, 3 or 4 if the other is none of these; else
     * the one that is smaller than the dimension between them if the other is not. Refused where both or none could be.
     */
    AUTO,
    /** (images, channels, height, width): one whole channel after the other. */
    FIRST,
    /** (images, height, width, channels): the values of a pixel side by side. */
    LAST;

    private static final Set<Long> USUAL = Set.of(1L, 3L, 4L);

    /** Whether the channels are last in images of these three dimensions. */
    boolean isLast(final Path file, final long first, final long middle, final long last) {
        if (this != AUTO) {
            return this == LAST;
        }
        final boolean usual = USUAL.contains(first) || USUAL.contains(last);
        final boolean canBeFirst = usual ? USUAL.contains(first) : first < middle;
        final boolean canBeLast = usual ? USUAL.contains(last) : last < middle;
        if (canBeFirst == canBeLast) {
            throw new DataException(Wording.file(file),
                "images of the shape (%d, %d, %d) could have their channels first or last.".formatted(first, middle,
                    last), "Choose \"First\" or \"Last\" in \"Channels\".");
        }
        return canBeLast;
    }
}
