// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.drift;

import org.frugalvision.engine.run.MethodInfo;

/**
 * What a detector tells about itself.
 *
 * @param id its name in files and settings
 * @param label its name for people
 * @param summary what it does, one sentence
 * @param paper where it comes from
 * @param verdict when it pays and when it does not
 * @param signal what it watches
 */
public record DetectorInfo(String id, String label, String summary, String paper, String verdict, Signal signal)
    implements MethodInfo {
}
