// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.kernel;

import java.util.ArrayList;
import java.util.List;

/**
 * What can be done with each part of a batch without knowing of the others.
 *
 * @param forward steps forward
 * @param loss whether the gradient of the loss comes after them
 * @param backward steps backward, after that
 */
record Phase(List<Step> forward, boolean loss, List<Step> backward) {

    /** The phases of a batch: between two of them all parts have to come to the same point. */
    static List<Phase> of(final Schedule schedule) {
        final List<Phase> phases = new ArrayList<>();
        final List<List<Step>> forward = schedule.forward();
        final List<List<Step>> backward = schedule.backward();
        for (int i = 0; i < forward.size() - 1; i++) {
            phases.add(new Phase(forward.get(i), false, List.of()));
        }
        phases.add(new Phase(forward.get(forward.size() - 1), !backward.isEmpty(),
            backward.isEmpty() ? List.of() : backward.get(0)));
        for (int i = 1; i < backward.size(); i++) {
            phases.add(new Phase(List.of(), false, backward.get(i)));
        }
        return phases;
    }
}
