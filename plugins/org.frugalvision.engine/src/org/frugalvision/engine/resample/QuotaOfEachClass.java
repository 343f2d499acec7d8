// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.resample;

import java.util.Map;
import java.util.random.RandomGenerator;

import org.frugalvision.engine.image.ClassValues;
import org.frugalvision.engine.resample.ResamplerInfo.Trait;
import org.frugalvision.engine.run.SettingsException;
import org.frugalvision.engine.run.Wording;

/**
 * Brings each named class to its own number of images, see {@link ClassSizes}; classes that are not named stay as they
 * are, and a class may get none. Cost: O(images x classes).
 *
 * @param quotas numbers by class, e.g. {@code cat=100, dog=50}; empty: all stay as they are
 */
record QuotaOfEachClass(String quotas) implements Resampler {

    static final QuotaOfEachClass DEFAULT = new QuotaOfEachClass("");

    static final ResamplerInfo INFO = new ResamplerInfo("class-quotas", "Quota of each class",
        "Brings each class that is named to its own number of images, by leaving out or repeating; others stay.", "",
        "For what is known beforehand, such as the shares of the classes in use: it decides nothing by itself.",
        Trait.REPEATS, Trait.DROPS);

    private static final String TITLE = "Quotas";

    private static final int MOST = 1_000_000;

    QuotaOfEachClass {
        parsed(quotas).forEach((name, value) -> {
            if (value > MOST || value != Math.rint(value)) {
                throw new SettingsException(TITLE, "must give %s a whole number from 0 to 1,000,000".formatted(
                    Wording.value(name)), value, "Write for example: cat=100, dog=50");
            }
        });
    }

    private static Map<String, Double> parsed(final String quotas) {
        return quotas.isBlank() ? Map.of() : ClassValues.parse(TITLE, quotas);
    }

    @Override
    public int[] times(final LabelledPool pool, final RandomGenerator random) {
        final Map<String, Double> wanted = parsed(quotas);
        final int[] counts = pool.counts();
        wanted.forEach((name, value) -> {
            final int label = pool.classes().indexOf(name);
            if (label < 0) {
                throw new SettingsException(TITLE, "must name classes of the table", name,
                    "Its classes are %s.".formatted(Wording.some(pool.classes())));
            }
            if (counts[label] == 0 && value > 0) {
                throw new SettingsException(TITLE, "must be 0 for a class without images", name,
                    "Remove it, or connect a table that has some.");
            }
        });
        return ClassSizes.times(pool, label -> {
            final Double quota = wanted.get(pool.classes().get(label));
            return quota == null ? counts[label] : quota.intValue();
        }, random);
    }
}
