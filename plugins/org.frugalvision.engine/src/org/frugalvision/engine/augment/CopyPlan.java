// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.augment;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

import org.frugalvision.engine.run.RandomOrder;

/** How many versions are made of each image, so that all classes have as many images as wanted. */
public final class CopyPlan {

    private CopyPlan() {
    }

    /**
     * Shares what a class lacks evenly among its images; which of them get one more is drawn at random. A class that
     * has enough gets none, and neither does one without images.
     *
     * @param labels class of each image, -1 for one that gets no version
     * @param target how many images each class shall have
     * @param kept whether the images themselves stay and count
     * @param random draws who gets one more
     * @return versions of each image; cost: O(images)
     */
    public static int[] towards(final int target, final int[] labels, final boolean kept,
        final RandomGenerator random) {
        final int[] copies = new int[labels.length];
        for (int label = 0; label <= Arrays.stream(labels).max().orElse(-1); label++) {
            final int wanted = label;
            final int[] members = IntStream.range(0, labels.length).filter(i -> labels[i] == wanted).toArray();
            final int lacking = Math.max(0, target - (kept ? members.length : 0));
            RandomOrder.shuffle(members, random);
            for (int i = 0; i < members.length; i++) {
                copies[members[i]] = lacking / members.length + (i < lacking % members.length ? 1 : 0);
            }
        }
        return copies;
    }
}
