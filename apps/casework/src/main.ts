import 'reflect-metadata';
import { claim, giveUp, settings } from './claimed-folder';
import { serve } from './serve';

serve(settings, claim).catch(giveUp);
