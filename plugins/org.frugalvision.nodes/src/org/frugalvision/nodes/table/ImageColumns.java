// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.table;

import java.util.OptionalInt;

/**
 * What is read of each row: indices of columns, empty where nobody needs one.
 *
 * @param image of images
 * @param label of class labels
 * @param weight of numbers, at least 0, that tell how much a row counts
 * @param source of strings that tell where a row comes from
 * @param irreducibleLoss of numbers that tell the loss a row keeps
 */
public record ImageColumns(OptionalInt image, OptionalInt label, OptionalInt weight, OptionalInt source,
    OptionalInt irreducibleLoss) {

    /**
     * @param image index of the column of images
     * @param label index of the column of labels
     * @return these two alone
     */
    public static ImageColumns of(final OptionalInt image, final OptionalInt label) {
        return new ImageColumns(image, label, OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty());
    }
}
