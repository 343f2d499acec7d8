// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.recipe;

import java.util.Set;

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
 * @param claims what it decides alone
 */
public record TrainingMethodInfo(String id, String label, String summary, String paper, String verdict,
    Set<Claim> claims) implements MethodInfo {
}
