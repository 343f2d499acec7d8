// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.load;

import java.util.Optional;

import org.frugalvision.engine.image.DecodedImage;
import org.frugalvision.engine.run.SettingsException;

/**
 * What becomes of every image.
 *
 * @param colours which channels it gets
 * @param size the size it gets; empty keeps its own
 * @param background colour 0xRRGGBB behind transparent pixels and beside padded images
 * @param mostPixels larger images are rejected before they are decoded, at least 1
 */
public record DecodeSettings(Colours colours, Optional<TargetSize> size, int background, long mostPixels) {

    /** Refuses impossible values. */
    public DecodeSettings {
        if (background < 0 || background > 0xFFFFFF) {
            throw new SettingsException("Background", "must be a color between 0x000000 and 0xFFFFFF", background);
        }
        if (mostPixels < 1) {
            throw new SettingsException("Largest number of pixels", "must be at least 1", mostPixels);
        }
    }

    /** Decodes a file and brings the image into the wanted form. */
    LoadedImage load(final byte[] file) throws RejectedException {
        try {
            final var read = ImageFiles.read(file, mostPixels);
            return colours == Colours.BANDS ? shape(read.bands(), false) : shape(read.picture(), read.isDeep());
        } catch (final OutOfMemoryError e) {
            // one huge image must not end the reading of all others
            throw new RejectedException("there is not enough memory to decode it", e);
        }
    }

    private LoadedImage shape(final DecodedImage decoded, final boolean rounded) {
        final var coloured = colours.apply(decoded, background);
        final DecodedImage fitted =
            size.map(s -> s.apply(coloured, colours == Colours.BANDS, background)).orElse(coloured);
        return new LoadedImage(fitted, rounded, decoded.shape());
    }
}
