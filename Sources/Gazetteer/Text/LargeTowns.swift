extension Towns {
    /// Towns that people write most often: prefectures and the larger communes, folded, written down by hand.
    static let large: Set<String> = Set(
        """
        abbeville, agen, aix en provence, aix les bains, ajaccio, albi, alencon, ales, alfortville, amiens, ancenis, \
        angers, anglet, angouleme, annecy, annemasse, antibes, antony, arcachon, argenteuil, arles, armentieres, \
        arras, asnieres sur seine, aubagne, aubervilliers, auch, aulnay sous bois, aurillac, auxerre, avignon, \
        bagneux, bagnolet, baie mahault, bar le duc, basse terre, bastia, bayeux, bayonne, beaune, beauvais, begles, \
        belfort, besancon, bethune, beziers, bezons, biarritz, blagnac, blois, bobigny, bois colombes, bondy, \
        bordeaux, boulogne billancourt, boulogne sur mer, bourg en bresse, bourges, bourgoin jallieu, brest, \
        briancon, brive la gaillarde, bron, cachan, caen, cagnes sur mer, cahors, calais, caluire et cuire, cambrai, \
        cannes, carcassonne, carpentras, carquefou, castres, cavaillon, cayenne, cergy, challans, chalon sur saone, \
        chalons en champagne, chambery, champigny sur marne, charenton le pont, charleville mezieres, chartres, \
        chateauroux, chatellerault, chatenay malabry, chatillon, chatou, chaumont, chelles, cherbourg, \
        cherbourg en cotentin, choisy le roi, cholet, clamart, clermont ferrand, clichy, clichy sous bois, cognac, \
        colmar, colombes, colomiers, compiegne, concarneau, corbeil essonnes, coubron, courbevoie, creil, creteil, \
        dax, dieppe, digne les bains, dijon, dole, douai, draguignan, drancy, dreux, dugny, dunkerque, echirolles, \
        elbeuf, epinal, epinay sur seine, ermont, evreux, evry, evry courcouronnes, fecamp, firminy, flers, \
        fleury les aubrais, foix, fontenay aux roses, fontenay sous bois, forbach, fort de france, fougeres, \
        franconville, frejus, gagny, gap, garges les gonesse, gennevilliers, gentilly, givors, gournay sur marne, \
        goussainville, grasse, grenoble, gueret, guingamp, guyancourt, haguenau, henin beaumont, \
        herouville saint clair, houilles, hyeres, illkirch graffenstaden, issoire, issy les moulineaux, istres, \
        ivry sur seine, joinville le pont, joue les tours, koungou, kourou, l hay les roses, l ile saint denis, \
        la ciotat, la courneuve, la garenne colombes, la roche sur yon, la rochelle, la seyne sur mer, lanester, \
        lannion, laon, laval, le blanc mesnil, le bourget, le cannet, le creusot, le gosier, le havre, \
        le kremlin bicetre, le lamentin, le mans, le perreux sur marne, le plessis robinson, le port, \
        le pre saint gervais, le puy en velay, le raincy, le tampon, lens, les abymes, les herbiers, les lilas, \
        les pavillons sous bois, les sables d olonne, levallois perret, libourne, lievin, lille, limoges, lisieux, \
        livry gargan, lons le saunier, lorient, lourdes, lunel, luneville, lyon, macon, maisons alfort, malakoff, \
        mamoudzou, manosque, mantes la jolie, marignane, marseille, martigues, massy, matoury, maubeuge, meaux, \
        melun, mende, menton, merignac, metz, meudon, millau, mont de marsan, montargis, montauban, montbeliard, \
        montceau les mines, montelimar, montfermeil, montlucon, montpellier, montreuil, montrouge, morlaix, moulins, \
        mulhouse, muret, nancy, nanterre, nantes, narbonne, neuilly plaisance, neuilly sur marne, neuilly sur seine, \
        nevers, nice, nimes, niort, nogent sur marne, noisy le grand, noisy le sec, noumea, orange, orleans, orly, \
        orvault, oullins, pamiers, pantin, papeete, paris, pau, pavillons sous bois, perigueux, perpignan, pessac, \
        pierrefitte sur seine, pointe a pitre, poissy, poitiers, pontarlier, pontivy, pontoise, privas, puteaux, \
        quimper, reims, remire montjoly, rennes, reze, rillieux la pape, riom, roanne, rochefort, rodez, romainville, \
        romans sur isere, romorantin lanthenay, rosny sous bois, roubaix, rouen, royan, rueil malmaison, saint andre, \
        saint avold, saint benoit, saint brieuc, saint chamond, saint cloud, saint denis, saint die des vosges, \
        saint etienne, saint etienne du rouvray, saint germain en laye, saint herblain, saint joseph, \
        saint laurent du maroni, saint laurent du var, saint lo, saint louis, saint malo, saint martin d heres, \
        saint maur des fosses, saint nazaire, saint ouen, saint ouen sur seine, saint paul, saint pierre, \
        saint pierre des corps, saint priest, saint quentin, saint raphael, saintes, salon de provence, sarcelles, \
        sarrebourg, sarreguemines, sartrouville, saumur, sceaux, schiltigheim, schoelcher, senlis, sens, sete, \
        sevran, sevres, soissons, sotteville les rouen, stains, strasbourg, sucy en brie, suresnes, talence, tarbes, \
        thiais, thiers, thionville, thonon les bains, toul, toulon, toulouse, tourcoing, tours, tremblay en france, \
        troyes, tulle, valence, valenciennes, vannes, vanves, vaujours, vaulx en velin, vendome, venissieux, verdun, \
        vernon, versailles, vesoul, vichy, vienne, vierzon, villefranche sur saone, villejuif, villemomble, \
        villeneuve d ascq, villeneuve la garenne, villepinte, villeurbanne, villiers le bel, vincennes, vitre, \
        vitrolles, vitry sur seine, voiron, wattrelos
        """.split(separator: ", ").map(String.init))
}
