// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.read.dataset;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

import org.frugalvision.engine.image.Labels;
import org.frugalvision.engine.load.NaturalOrder;
import org.frugalvision.engine.run.DataException;
import org.frugalvision.engine.run.Wording;

/**
 * The classes of a data set.
 *
 * @param names of the classes in their order
 * @param given whether the user gave them: then numbers count them from 0; otherwise they are the values that occur
 */
record DatasetClasses(List<String> names, boolean given) {

    /** {@code given} is empty if there is one class per value. */
    static DatasetClasses of(final List<DatasetPart> parts, final List<String> given) {
        if (!given.isEmpty()) {
            return new DatasetClasses(given, true);
        }
        final boolean numbers = parts.stream().allMatch(part -> part.labels().numbers());
        final Comparator<String> order = numbers ? Labels.BY_NUMBER : NaturalOrder.INSTANCE;
        final var values = new TreeSet<>(order);
        parts.forEach(part -> values.addAll(part.labels().values()));
        return new DatasetClasses(List.copyOf(values), false);
    }

    /** The class of a value among the labels of a part. */
    String nameOf(final String value, final DatasetPart part) {
        if (!given || !part.labels().numbers() && names.contains(value)) {
            return value;
        }
        if (!part.labels().numbers()) {
            throw problem(part, "it holds the label \"%s\", which is none of the %s.".formatted(value,
                Wording.count(names.size(), "class name", "class names")));
        }
        final var number = new BigInteger(value);
        if (number.signum() < 0 || number.compareTo(BigInteger.valueOf(names.size())) >= 0) {
            throw problem(part, "it holds the label %s, but there are %s, for labels 0 to %s.".formatted(value,
                Wording.count(names.size(), "class name", "class names"), Wording.value(names.size() - 1)));
        }
        return names.get(number.intValue());
    }

    private static DataException problem(final DatasetPart part, final String sentence) {
        return new DataException(Wording.file(part.labelsFile()), sentence,
            "Give a name for every label in \"Class names\".", "Choose \"Data\" in \"Class names from\".");
    }
}
