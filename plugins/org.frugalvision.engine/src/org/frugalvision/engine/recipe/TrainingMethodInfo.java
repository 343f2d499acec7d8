// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.recipe;

import java.util.Set;

import org.frugalvision.engine.image.Column;
import org.frugalvision.engine.run.MethodInfo;
import org.frugalvision.engine.train.Claim;

/**
 * What a training method tells about itself.
 *
 * @param id its name in files and settings
 * @param label its name for people
 * @param summary what it does, one sentence
 * @param paper where it comes from
 * @param verdict when it pays and when it does not
 * @param cost what it costs beside the training
 * @param claims what it decides alone; copied
 * @param columns what it must know about every training image; copied
 * @param traits what it promises; copied
 */
public record TrainingMethodInfo(String id, String label, String summary, String paper, String verdict,
    String cost, Set<Claim> claims, Set<Column<?>> columns, Set<Trait> traits) implements MethodInfo {

    /** Copies the sets. */
    public TrainingMethodInfo {
        claims = Set.copyOf(claims);
        columns = Set.copyOf(columns);
        traits = Set.copyOf(traits);
    }

    /** Of a method that needs to know nothing but pixels and labels. */
    TrainingMethodInfo(final String id, final String label, final String summary, final String paper,
        final String verdict, final String cost, final Set<Claim> claims, final Trait... traits) {
        this(id, label, summary, paper, verdict, cost, claims, Set.of(), Set.of(traits));
    }
}
