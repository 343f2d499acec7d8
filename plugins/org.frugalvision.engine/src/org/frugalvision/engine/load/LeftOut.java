// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.load;

import java.util.Optional;

import org.frugalvision.engine.run.Wording;

/**
 * What a loader left alone.
 *
 * @param files number of files that were left out by hidden names, patterns or the limit per class
 * @param system number of folders and files that the system or a program made for itself
 * @param firstSystem the first of them; empty if there is none
 */
public record LeftOut(long files, long system, String firstSystem) {

    /** Nothing. */
    public static final LeftOut NONE = new LeftOut(0, 0, "");

    /** @return one sentence on folders of the system, if there are any */
    public Optional<String> warning() {
        return system == 0 ? Optional.empty() : Optional.of("Left out %s of the operating system, the first is \"%s\"."
            .formatted(Wording.count(system, "folder or file", "folders or files"), firstSystem));
    }
}
