// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.select;

import java.util.Set;

import org.frugalvision.engine.run.MethodInfo;

/**
 * What a selection method tells about itself.
 *
 * @param id its name in files and settings
 * @param label its name for people
 * @param summary what it does, one sentence
 * @param paper where it comes from
 * @param needs what it must know about the images; what it does not name is neither computed nor paid for
 * @param score what the score of a chosen image means
 * @param cost how the work grows
 * @param verdict when it pays and when it does not
 */
public record SelectorInfo(String id, String label, String summary, String paper, Set<Need<?>> needs, String score,
    String cost, String verdict) implements MethodInfo {

    /** Copies the needs. */
    public SelectorInfo {
        needs = Set.copyOf(needs);
    }
}
