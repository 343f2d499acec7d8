// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.exchange;

import java.util.List;

import org.frugalvision.engine.run.SettingsException;

/**
 * What files of other programs may not tell.
 *
 * @param classes names of the classes in the order of the outputs; empty: those of the file, or "class 0", "class 1",
 *            ...; copied
 * @param height rows of the images; 0: as the file says
 * @param width columns of the images; 0: as the file says
 * @param pixels which values of pixels the network expects
 */
public record ImportSettings(List<String> classes, int height, int width, PixelRange pixels) {

    private static final int LARGEST = 16_384;

    /** Refuses impossible sizes and equal names. */
    public ImportSettings {
        classes = List.copyOf(classes);
        check("Image height", height);
        check("Image width", width);
        if (height == 0 != (width == 0)) {
            throw new SettingsException("Image width", "must be 0 exactly if \"Image height\" is", width,
                "Set both, or neither if the file tells the size.");
        }
        if (classes.stream().distinct().count() != classes.size()) {
            throw new SettingsException("Class names", "must name each class once", String.join(", ", classes));
        }
    }

    /** @return settings that leave everything to the file */
    public static ImportSettings asInFile() {
        return new ImportSettings(List.of(), 0, 0, PixelRange.AUTOMATIC);
    }

    private static void check(final String title, final int size) {
        if (size < 0 || size > LARGEST) {
            throw new SettingsException(title, "must be from 1 to 16,384, or 0 if the file tells it", size);
        }
    }
}
