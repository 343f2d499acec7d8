// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.image;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.DataException;
import org.frugalvision.engine.run.RunControl;

/**
 * Each image of another set four times: as it is, and turned by 90, 180 and 270 degrees; the turn is its label. Image i
 * of the other set stands at 4 i to 4 i + 3. Nothing is stored, so each reading turns anew. Thread-safe.
 */
public final class TurnedImages implements ImageSet {

    private static final List<String> TURNS = List.of("0 degrees", "90 degrees", "180 degrees", "270 degrees");

    private final ImageSet m_images;

    /** Of each image here: four times its index there, and its turn. */
    private final int[] m_places;

    private final ContentFingerprint m_fingerprint = new ContentFingerprint(this);

    /**
     * @param images the images; shared
     * @throws DataException if they are not square
     */
    public TurnedImages(final ImageSet images) {
        this(images, IntStream.range(0, TURNS.size() * images.size()).toArray());
        if (images.shape().height() != images.shape().width()) {
            throw new DataException("Input", "images must be square to be turned by 90 degrees, but have %s."
                .formatted(images.shape()), "Bring them to a square with the Image Resizer.");
        }
    }

    private TurnedImages(final ImageSet images, final int[] places) {
        m_images = images;
        m_places = places;
    }

    @Override
    public int size() {
        return m_places.length;
    }

    @Override
    public ImageShape shape() {
        return m_images.shape();
    }

    @Override
    public SampleType type() {
        return m_images.type();
    }

    @Override
    public List<String> classes() {
        return TURNS;
    }

    @Override
    public int label(final int i) {
        return m_places[i] % TURNS.size();
    }

    @Override
    public double weight(final int i) {
        return 1;
    }

    @Override
    public String id(final int i) {
        return m_images.id(m_places[i] / TURNS.size()) + " at " + TURNS.get(label(i));
    }

    /** Cost: O(values). */
    @Override
    public void readPixels(final int i, final float[] target, final int offset) {
        final float[] values = new float[shape().size()];
        m_images.readPixels(m_places[i] / TURNS.size(), values, 0);
        final int side = shape().height();
        for (int channel = 0; channel < shape().channels(); channel++) {
            final int from = channel * side * side;
            for (int y = 0; y < side; y++) {
                for (int x = 0; x < side; x++) {
                    target[offset + from + y * side + x] = values[from + source(label(i), y, x, side)];
                }
            }
        }
    }

    private static int source(final int turn, final int y, final int x, final int side) {
        final int last = side - 1;
        return switch (turn) {
            case 0 -> y * side + x;
            case 1 -> x * side + last - y;
            case 2 -> (last - y) * side + last - x;
            default -> (last - x) * side + y;
        };
    }

    @Override
    public ImageSet subset(final int... indices) {
        return new TurnedImages(m_images, Arrays.stream(indices).map(i -> m_places[i]).toArray());
    }

    @Override
    public String fingerprint(final RunControl run) throws CanceledException {
        return m_fingerprint.get(run);
    }

    /** Does nothing: the values belong to the other set. */
    @Override
    public void discard() {
        // see above
    }
}
