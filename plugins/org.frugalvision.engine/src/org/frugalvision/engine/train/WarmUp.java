// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.train;

/**
 * What the first batches of a training told about all others.
 *
 * @param epoch how the first epoch was planned
 * @param planned images that these batches were planned for
 * @param work what they took
 * @param secondsPerImage time of one image
 * @param bytes resident memory of the process
 */
record WarmUp(EpochPlan epoch, long planned, Work work, double secondsPerImage, long bytes) {

    static final WarmUp NONE = new WarmUp(new EpochPlan(0, 0), 0, Work.NONE, 0, 0);
}
