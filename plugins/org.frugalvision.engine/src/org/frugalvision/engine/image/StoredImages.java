// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.image;

import java.util.List;
import java.util.Objects;

import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RunControl;

/** Images in a store. */
final class StoredImages implements ImageSet {

    private static final float[] AS_FLOAT = new float[256];

    static {
        for (int value = 0; value < AS_FLOAT.length; value++) {
            AS_FLOAT[value] = value / 255f;
        }
    }

    private final ImageShape m_shape;

    private final SampleType m_type;

    private final List<String> m_classes;

    private final List<String> m_ids;

    private final int[] m_labels;

    private final double[] m_weights;

    private final PixelStore m_pixels;

    private final ContentFingerprint m_fingerprint = new ContentFingerprint(this);

    StoredImages(final ImageShape shape, final SampleType type, final List<String> classes, final List<String> ids,
        final int[] labels, final double[] weights, final PixelStore pixels) {
        m_shape = shape;
        m_type = type;
        m_classes = classes;
        m_ids = ids;
        m_labels = labels;
        m_weights = weights;
        m_pixels = pixels;
    }

    @Override
    public int size() {
        return m_ids.size();
    }

    @Override
    public ImageShape shape() {
        return m_shape;
    }

    @Override
    public SampleType type() {
        return m_type;
    }

    @Override
    public List<String> classes() {
        return m_classes;
    }

    @Override
    public int label(final int i) {
        return m_labels[i];
    }

    @Override
    public double weight(final int i) {
        return m_weights[i];
    }

    @Override
    public String id(final int i) {
        return m_ids.get(i);
    }

    @Override
    public void readPixels(final int i, final float[] target, final int offset) {
        Objects.checkIndex(i, size());
        final var bytes = new byte[m_shape.size() * m_type.bytes()];
        m_pixels.read(i, bytes);
        if (m_type == SampleType.U8) {
            for (int j = 0; j < bytes.length; j++) {
                target[offset + j] = AS_FLOAT[bytes[j] & 0xFF];
            }
        } else {
            for (int j = 0; j < bytes.length / 2; j++) {
                target[offset + j] = ((bytes[2 * j] & 0xFF) << 8 | bytes[2 * j + 1] & 0xFF) / 65_535f;
            }
        }
    }

    @Override
    public ImageSet subset(final int... indices) {
        return new ImageSubset(this, indices.clone());
    }

    @Override
    public String fingerprint(final RunControl run) throws CanceledException {
        return m_fingerprint.get(run);
    }

    @Override
    public void discard() {
        m_pixels.discard();
    }
}
