// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.split;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RunControl;

/**
 * Puts whole groups into parts. The largest group first, each goes where it lowers most the sum, over classes and
 * parts, of squared differences between wanted and present images, each class weighted by one over its images (ties:
 * lowest part). Afterwards groups are moved, the smallest first, into parts that lack all images, or all of a class, as
 * long as no other part loses its last ones thereby. Greedy: not always the best parting there is.
 */
final class GroupAssignment {

    private final int[][] m_imagesOfGroup;

    private final int[] m_sizes;

    private final int[] m_classes;

    private final double[][] m_wanted;

    private final int[][] m_present;

    private final int[] m_groupsInPart;

    private final int[] m_part;

    /** {@code images}: per group and class; {@code wanted}: per part. */
    GroupAssignment(final int[][] images, final int[] wanted) {
        m_imagesOfGroup = images;
        m_sizes = Arrays.stream(images).mapToInt(Counts::sum).toArray();
        m_classes = new int[images[0].length];
        for (final int[] group : images) {
            for (int c = 0; c < group.length; c++) {
                m_classes[c] += group[c];
            }
        }
        final double all = Counts.sum(wanted);
        m_wanted = Arrays.stream(wanted)
            .mapToObj(size -> Arrays.stream(m_classes).mapToDouble(count -> count * (size / all)).toArray())
            .toArray(double[][]::new);
        m_present = new int[wanted.length][m_classes.length];
        m_groupsInPart = new int[wanted.length];
        m_part = new int[images.length];
    }

    /** The part of every group; {@code order} decides among groups of equal size. */
    int[] assign(final int[] order, final RunControl run) throws CanceledException {
        final int[] largestFirst = Arrays.stream(order).boxed()
            .sorted(Comparator.comparingInt((Integer group) -> m_sizes[group]).reversed())
            .mapToInt(Integer::intValue).toArray();
        for (final int group : largestFirst) {
            run.checkCanceled();
            put(group, best(group), 1);
        }
        final int[] smallestFirst =
            IntStream.range(0, order.length).map(i -> largestFirst[order.length - 1 - i]).toArray();
        for (int part = 0; part < m_wanted.length; part++) {
            if (m_groupsInPart[part] == 0) {
                fill(part, smallestFirst);
            }
        }
        for (int part = 0; part < m_wanted.length; part++) {
            for (int c = 0; c < m_classes.length; c++) {
                run.checkCanceled();
                if (m_classes[c] > 0 && m_present[part][c] == 0) {
                    bring(c, part, smallestFirst);
                }
            }
        }
        return m_part;
    }

    private int best(final int group) {
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int part = 0; part < m_wanted.length; part++) {
            double change = 0;
            for (int c = 0; c < m_classes.length; c++) {
                final int images = m_imagesOfGroup[group][c];
                if (images > 0) {
                    change += images * (images + 2 * (m_present[part][c] - m_wanted[part][c])) / m_classes[c];
                }
            }
            if (change < least) {
                least = change;
                best = part;
            }
        }
        return best;
    }

    private void put(final int group, final int part, final int sign) {
        m_part[group] = part;
        m_groupsInPart[part] += sign;
        for (int c = 0; c < m_classes.length; c++) {
            m_present[part][c] += sign * m_imagesOfGroup[group][c];
        }
    }

    private void move(final int group, final int part) {
        put(group, m_part[group], -1);
        put(group, part, 1);
    }

    private void fill(final int part, final int[] smallestFirst) {
        Arrays.stream(smallestFirst).filter(group -> m_groupsInPart[m_part[group]] > 1).findFirst()
            .ifPresent(group -> move(group, part));
    }

    private void bring(final int c, final int part, final int[] smallestFirst) {
        Arrays.stream(smallestFirst).filter(group -> m_imagesOfGroup[group][c] > 0 && dispensable(group)).findFirst()
            .ifPresent(group -> move(group, part));
    }

    /** Whether the part of a group keeps images of every class when the group leaves. */
    private boolean dispensable(final int group) {
        final int[] present = m_present[m_part[group]];
        return m_groupsInPart[m_part[group]] > 1 && IntStream.range(0, m_classes.length)
            .allMatch(c -> m_imagesOfGroup[group][c] == 0 || present[c] > m_imagesOfGroup[group][c]);
    }
}
