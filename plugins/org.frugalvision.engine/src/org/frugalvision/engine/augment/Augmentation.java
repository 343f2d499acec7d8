// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.augment;

import java.util.List;
import java.util.random.RandomGenerator;

import org.frugalvision.engine.image.DecodedImage;
import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.image.SampleType;
import org.frugalvision.engine.run.DataException;
import org.frugalvision.engine.run.Seeds;
import org.frugalvision.engine.run.SettingsException;

/**
 * Steps that make other images of the same class, at random. Images keep shape and bits; values are whole numbers after
 * every step. Immutable and thread-safe.
 *
 * <p>With {@code halves} the image is cut in two, across its width or its height with equal chance, and either half
 * goes through all steps by itself. Han et al. 2022, arXiv:2201.12078 (YOCO); their demo cuts a whole batch in one way,
 * here every image has its own. An image one pixel wide is cut across its height and the other way round, one of a
 * single pixel not at all.</p>
 *
 * @param steps what is done, in this order, at least one; copied
 * @param halves whether two halves go through the steps by themselves
 * @param border what is seen where an operation moves in what lies beyond the border
 * @param interpolation how operations make values between pixels
 */
public record Augmentation(List<Step> steps, boolean halves, Border border, Interpolation interpolation) {

    /** Refuses to do nothing. */
    public Augmentation {
        steps = List.copyOf(steps);
        if (steps.isEmpty()) {
            throw new SettingsException("Operations", "must hold at least one operation", 0,
                "Add one, such as \"Pad and crop\".");
        }
    }

    /**
     * Whether images can go through all steps.
     *
     * @param where what messages call the images, e.g. {@code Row "r17"}
     * @param shape their shape
     * @param type how their values are stored
     * @throws DataException if a step needs colour and they have none
     */
    public void check(final String where, final ImageShape shape, final SampleType type) {
        final boolean colour = new Raster(shape, Raster.max(type), new int[0]).isColour();
        for (final Step step : steps) {
            final OperationInfo info = Operations.info(step.operation());
            if (info.needsColour() && !colour) {
                throw new DataException(where, "\"%s\" needs RGB images, but the image has %s.".formatted(info.label(),
                    shape), "Remove that step.", "Read the images in color.");
            }
        }
    }

    /**
     * One of many versions of an image. The same seeds, name and number give the same pixels, whatever else is made
     * before or after.
     *
     * @param image has passed {@link #check}; stays as it is
     * @param seeds streams of the work
     * @param id name of the image, such as its row key
     * @param copy number of the version
     * @return the version; the image itself if nothing changed
     */
    public DecodedImage variant(final DecodedImage image, final Seeds seeds, final String id, final int copy) {
        final Raster before = Raster.of(image);
        final Raster after = apply(before, seeds.child(id).child("copy " + copy).generator());
        return after == before ? image : after.toImage();
    }

    /**
     * Changes an image in place.
     *
     * @param pixels has its values, in [0, 1], CHW; values between those that the type stores are rounded if a step
     *   changes the image
     * @param offset index of its first value
     * @param shape its shape; it has passed {@link #check}
     * @param type how its values are stored
     * @param random draws everything
     */
    public void apply(final float[] pixels, final int offset, final ImageShape shape, final SampleType type,
        final RandomGenerator random) {
        final Raster before = Raster.of(pixels, offset, shape, Raster.max(type));
        final Raster after = apply(before, random);
        if (after != before) {
            after.write(pixels, offset);
        }
    }

    Raster apply(final Raster image, final RandomGenerator random) {
        final boolean wide = image.shape().width() > 1;
        final boolean high = image.shape().height() > 1;
        if (!halves || !wide && !high) {
            return throughSteps(image, random);
        }
        final boolean across = random.nextBoolean() ? wide : !high;
        final Halves parts = Halves.of(image, across);
        final Raster first = throughSteps(parts.first(), random);
        final Raster second = throughSteps(parts.second(), random);
        return first == parts.first() && second == parts.second() ? image : new Halves(first, second, across).joined();
    }

    private Raster throughSteps(final Raster image, final RandomGenerator random) {
        final var rendering = new Rendering(border, interpolation);
        Raster changed = image;
        for (final Step step : steps) {
            changed = step.apply(changed, rendering, random);
        }
        return changed;
    }
}
