// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.image;

import java.util.List;

import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RunControl;

/**
 * Images of which one cannot be read, as if the disk had failed.
 *
 * @param images all of them
 * @param damaged index of that one
 */
public record DamagedImages(ImageSet images, int damaged) implements ImageSet {

    @Override
    public void readPixels(final int i, final float[] target, final int offset) {
        if (i == damaged) {
            throw new IllegalStateException("The image " + i + " cannot be read.");
        }
        images.readPixels(i, target, offset);
    }

    @Override
    public int size() {
        return images.size();
    }

    @Override
    public ImageShape shape() {
        return images.shape();
    }

    @Override
    public SampleType type() {
        return images.type();
    }

    @Override
    public List<String> classes() {
        return images.classes();
    }

    @Override
    public int label(final int i) {
        return images.label(i);
    }

    @Override
    public double weight(final int i) {
        return images.weight(i);
    }

    @Override
    public String id(final int i) {
        return images.id(i);
    }

    @Override
    public ImageSet subset(final int... indices) {
        return images.subset(indices);
    }

    @Override
    public String fingerprint(final RunControl run) throws CanceledException {
        return images.fingerprint(run);
    }

    @Override
    public void discard() {
        images.discard();
    }
}
