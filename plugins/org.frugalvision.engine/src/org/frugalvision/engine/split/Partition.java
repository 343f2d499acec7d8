// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.split;

import java.util.ArrayList;
import java.util.List;

/**
 * Which image is in which part.
 *
 * @param part of every image, from 0; shared, not modified
 * @param wanted number of images that each part should have; shared, not modified
 */
public record Partition(int[] part, int[] wanted) {

    /**
     * A class without image in a part.
     *
     * @param label index of the class
     * @param part index of the part
     */
    public record Absence(int label, int part) {
    }

    /** @return the number of images in each part */
    public int[] sizes() {
        final var sizes = new int[wanted.length];
        for (final int p : part) {
            sizes[p]++;
        }
        return sizes;
    }

    /**
     * Cost: O(images + classes x parts).
     *
     * @param labels of the images, from 0
     * @return classes that have images, but none in some part; by class, then by part
     */
    public List<Absence> absences(final int[] labels) {
        final var counts = Counts.of(labels, part, wanted.length);
        final var absences = new ArrayList<Absence>();
        for (int label = 0; label < counts.length; label++) {
            if (Counts.sum(counts[label]) > 0) {
                for (int p = 0; p < wanted.length; p++) {
                    if (counts[label][p] == 0) {
                        absences.add(new Absence(label, p));
                    }
                }
            }
        }
        return List.copyOf(absences);
    }
}
