// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.image;

/**
 * Images with rows and columns exchanged, as the files of EMNIST need it: they are stored column after column.
 *
 * @param images as they are stored; closed with these
 */
public record TransposedImages(ImageStream images) implements ImageStream {

    @Override
    public int count() {
        return images.count();
    }

    @Override
    public ImageShape shape() {
        final var stored = images.shape();
        return new ImageShape(stored.channels(), stored.width(), stored.height());
    }

    @Override
    public SampleType type() {
        return images.type();
    }

    @Override
    public boolean hasNext() {
        return images.hasNext();
    }

    @Override
    public byte[] next() {
        final var stored = images.next();
        final var shape = shape();
        final int bytes = type().bytes();
        final int area = shape.height() * shape.width();
        final var values = new byte[stored.length];
        for (int i = 0; i < shape.size(); i++) {
            final int pixel = i % area;
            final int source = i - pixel + pixel % shape.width() * shape.height() + pixel / shape.width();
            System.arraycopy(stored, source * bytes, values, i * bytes, bytes);
        }
        return values;
    }

    @Override
    public void close() {
        images.close();
    }
}
