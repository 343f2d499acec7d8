// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.protocol;

import java.util.Arrays;
import java.util.List;

import org.frugalvision.engine.run.SettingsException;
import org.frugalvision.engine.run.Wording;

/**
 * Numbers of images to compare, as a user types them: {@code 50, 100, 10 %}.
 *
 * @param text parts separated by commas; each a whole number of images, or a percentage of them
 */
public record Budgets(String text) {

    private static final String TITLE = "Budgets";

    private static final String EXAMPLE = "Write for example: 50, 100, 200 or 1 %, 10 %";

    private static final double ALL = 100;

    /** Refuses what holds no budgets. */
    public Budgets {
        Arrays.stream(parts(text)).forEach(part -> of(part, Integer.MAX_VALUE));
    }

    /**
     * @param images how many there are
     * @return numbers of images, each once, the least first
     * @throws SettingsException if one is more than there are
     */
    public List<Integer> of(final int images) {
        return Arrays.stream(parts(text)).map(part -> {
            final int budget = of(part, images);
            if (budget > images) {
                throw new SettingsException(TITLE,
                    "must be at most the %s to choose from".formatted(Wording.count(images, "image", "images")), budget,
                    "Lower it.", "Connect a larger table.");
            }
            return budget;
        }).distinct().sorted().toList();
    }

    private static String[] parts(final String text) {
        return text.strip().split("\\s*,\\s*", -1);
    }

    private static int of(final String part, final int images) {
        final boolean share = part.endsWith("%");
        final double number;
        try {
            number = Double.parseDouble((share ? part.substring(0, part.length() - 1) : part).strip());
        } catch (NumberFormatException e) {
            throw new SettingsException(TITLE, "must be numbers of images or percentages", part, EXAMPLE);
        }
        if (share ? !(number > 0 && number <= ALL)
            : !(number >= 1 && number <= Integer.MAX_VALUE && number == Math.rint(number))) {
            throw new SettingsException(TITLE, share ? "must be above 0 and at most 100 %"
                : "must be whole numbers of at least 1 image", part, EXAMPLE);
        }
        return share ? Math.max(1, (int)Math.round(number / ALL * images)) : (int)number;
    }
}
