// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.load;

import java.util.List;

import org.frugalvision.engine.run.SettingsException;

/**
 * Which files of a folder are read, and what they are labelled.
 *
 * @param include patterns of which a file must match one, e.g. {@code *.png} (any folder) or {@code train/**} (the
 *   path); capitals do not matter
 * @param exclude patterns of which a file must match none
 * @param labelling where labels come from
 * @param grouping where groups come from
 * @param limitPerClass at most so many files per label, chosen at random; 0 = all
 * @param seed seed of that choice
 */
public record ScanSettings(List<String> include, List<String> exclude, Labelling labelling, Labelling grouping,
    int limitPerClass, long seed) {

    /** Refuses a negative limit and having no pattern to include; copies the lists. */
    public ScanSettings {
        include = List.copyOf(include);
        exclude = List.copyOf(exclude);
        if (include.isEmpty()) {
            throw new SettingsException("Include", "must have at least one pattern", "", "Enter * for all files.");
        }
        if (limitPerClass < 0) {
            throw new SettingsException("Limit per class", "must be at least 0", limitPerClass,
                "Enter 0 for all files.");
        }
        new NamePatterns("Include", include);
        new NamePatterns("Exclude", exclude);
    }
}
