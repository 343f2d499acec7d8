// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.load;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.frugalvision.engine.run.RandomOrder;
import org.frugalvision.engine.run.Seeds;

/** Keeps a random few files of every label; what is kept of one label does not depend on the other labels. */
final class ClassLimit {

    private ClassLimit() {
    }

    /**
     * The kept files in their old order; files without label count as a class of their own. Limit 0 keeps all.
     */
    static List<FoundFile> apply(final List<FoundFile> files, final ScanSettings settings) {
        final int limit = settings.limitPerClass();
        if (limit == 0) {
            return files;
        }
        final Map<String, List<Integer>> classes = new TreeMap<>();
        for (int i = 0; i < files.size(); i++) {
            // a label cannot begin with the separator of paths, so this name is free
            classes.computeIfAbsent(files.get(i).label().orElse("/"), label -> new ArrayList<>()).add(i);
        }
        final var keep = new BitSet();
        final var seeds = Seeds.of(settings.seed()).named("limit per class");
        classes.forEach((label, members) -> Arrays
            .stream(RandomOrder.of(members.size(), seeds.child(label).generator())).limit(limit)
            .forEach(i -> keep.set(members.get(i))));
        return keep.stream().mapToObj(files::get).toList();
    }
}
